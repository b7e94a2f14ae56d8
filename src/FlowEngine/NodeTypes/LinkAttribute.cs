namespace FlowEngine.NodeTypes;

/// <summary>What stands in this member of a configuration is an address that a user may follow or is shown.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LinkAttribute : Attribute;
