using System.Reflection;

namespace FlowEngine.NodeTypes;

/// <summary>A text or condition within a configuration, or a value that is neither.</summary>
/// <param name="Pointer">Relative to the configuration.</param>
/// <param name="Value">A <c>Template</c>, <c>LocalizedTemplate</c>, <c>ValueTemplate</c>, <c>Condition</c>, <c>Choice</c>, a plain text...</param>
/// <param name="Member">The member of the record in which it stands; null where the whole configuration is the value.</param>
public sealed record ConfigurationPart(string Pointer, object Value, PropertyInfo? Member);
