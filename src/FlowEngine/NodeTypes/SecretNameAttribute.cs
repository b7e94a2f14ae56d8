namespace FlowEngine.NodeTypes;

/// <summary>The member of a configuration that names a secret, as <c>secret:NAME</c>, <c>config:NAME</c> or <c>env:NAME</c>; no other member may.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretNameAttribute : Attribute;
