// Reads the works with simdjson's DOM and prints a line for each: work, contender, nanoseconds, bytes.
#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

double now() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

std::vector<simdjson::padded_string> textsOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  std::vector<simdjson::padded_string> texts;
  if (path.extension() == ".json") {
    texts.emplace_back(content.str());
    return texts;
  }
  for (std::string line; std::getline(content, line);) {
    if (!line.empty()) texts.emplace_back(line);
  }
  return texts;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fprintf(stderr, "Usage: simdjson FOLDER SECONDS\n");
    return 2;
  }
  const double seconds = std::stod(arguments[2]);
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
    const auto extension = entry.path().extension();
    if (extension == ".json" || extension == ".jsonl") paths.push_back(entry.path());
  }
  for (const auto& path : paths) {
    const auto texts = textsOf(path);
    size_t bytes = 0;
    for (const auto& text : texts) bytes += text.size();
    simdjson::dom::parser parser;
    const auto sample = [&](long repetitions) {
      const double start = now();
      for (long repetition = 0; repetition < repetitions; ++repetition) {
        for (const auto& text : texts) {
          if (parser.parse(text).error()) {
            std::fprintf(stderr, "simdjson refuses %s\n", path.c_str());
            std::exit(1);
          }
        }
      }
      return (now() - start) / double(repetitions);
    };
    const double first = sample(1);
    const long repetitions = std::max(1L, long(seconds / 20 / std::max(first, 1e-9)));
    std::vector<double> samples;
    for (const double start = now(); samples.size() < 5 || (now() - start < seconds && samples.size() < 1000);) {
      samples.push_back(sample(repetitions));
      if (first > seconds && samples.size() >= 3) break;
    }
    std::sort(samples.begin(), samples.end());
    std::printf("parse %s\tsimdjson DOM\t%f\t%zu\n", path.stem().c_str(), samples[samples.size() / 2] * 1e9, bytes);
  }
}
