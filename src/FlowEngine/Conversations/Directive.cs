namespace FlowEngine.Conversations;

/// <summary>A rule that the tenant gives its assistant (<c>ai_tenant_directives</c>).</summary>
/// <param name="Type"><c>string</c>, <c>integer</c>, <c>boolean</c>, <c>json</c> or <c>array</c>.</param>
/// <param name="Priority">Higher comes first.</param>
public sealed record Directive(string Key, string Value, string Type, string Category, int Priority);
