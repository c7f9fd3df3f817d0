import Foundation
import TypecastCompiler
import TypecastJSON
import TypecastSchema
import Verdicts

/// All schemas of the shared data that are in use somewhere.
enum RealSchemas {
  /// How many there are at least: fewer mean that something was not found.
  static let leastCount = 6_200

  /// Reads the schemas of a data folder.
  static func read(from data: String) throws -> [RealSchema] {
    var schemas: [RealSchema] = []
    for collection in VerdictCollection.all where collection.name != "quicktype" {
      try collection.forEachCase(in: data) { item in
        schemas.append(
          RealSchema(
            collection: collection.name, name: item.name, path: "Schema.schema.json", json: item.schema.json,
            library: item.library, options: CompilerOptions(item.options), instances: item.instances))
      }
    }
    for folder in ["quicktype", "datamodel-code-generator", "go-jsonschema", "typify"] {
      schemas += try inputs(of: folder, in: data + "/codegen-schemas/" + folder)
    }
    return schemas
  }

  /// The inputs of another generator: every file that holds a schema.
  private static func inputs(of collection: String, in folder: String) throws -> [RealSchema] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    let paths = walk.compactMap { $0 as? String }.sorted()
    let library = SchemaLibrary(loader: { uri in
      let address = uri.withoutFragment.description
      let path = folder + "/" + address.dropFirst("typecast:/".count)
      guard address.hasPrefix("typecast:/"), let data = FileManager.default.contents(atPath: path) else { return nil }
      return SchemaDocument(try JSONDocument([UInt8](data)), uri: uri, name: address)
    })
    return paths.compactMap { path in
      let isSchema = collection == "quicktype" ? path.hasSuffix(".schema") : path.hasSuffix(".json")
      guard isSchema, let data = FileManager.default.contents(atPath: folder + "/" + path),
        let json = try? JSONDocument([UInt8](data))
      else { return nil }
      let stem = path.dropLast("schema".count)
      let instances = paths.filter {
        collection == "quicktype" && $0.hasPrefix(stem) && $0.hasSuffix(".json")
          && $0.dropFirst(stem.count).first?.isNumber == true
      }
      return RealSchema(
        collection: collection, name: path, path: path, json: json, library: library,
        options: CompilerOptions(formats: .plain, assertsFormats: true, draft: .draft7),
        instances: instances.compactMap { name in
          guard let data = FileManager.default.contents(atPath: folder + "/" + name),
            let value = try? JSONDocument([UInt8](data))
          else { return nil }
          return VerdictCase.Instance(name: name, value: value, isValid: !name.contains(".fail."))
        })
    }
  }
}
