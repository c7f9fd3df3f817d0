// Generated code names everything that it uses as a part of this module.
@_exported public import TypecastJSON
@_exported public import TypecastPrompts
@_exported public import TypecastSchema
