namespace FlowEngine.NodeTypes;

/// <summary>What stands in this member of a configuration leaves the service.</summary>
/// <param name="where">As a sentence goes on: "the model's prompt".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SentOutAttribute(string where) : Attribute
{
    public string Where { get; } = where;
}
