namespace FlowEngine.Api.OpenApi;

/// <summary>The type whose schema a member has that is written as it is stored.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SchemaOfAttribute(Type type) : Attribute
{
    public Type Type => type;
}
