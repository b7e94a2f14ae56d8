namespace FlowEngine.Hosting.Access;

/// <summary>What a key may do; each includes those before it.</summary>
public enum AccessScope
{
    Chat,
    Design,
    Engineer,
    Admin,
}
