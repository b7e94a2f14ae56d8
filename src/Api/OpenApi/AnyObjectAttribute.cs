namespace FlowEngine.Api.OpenApi;

/// <summary>A member that is an object whose members depend on what it tells of.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AnyObjectAttribute : Attribute;
