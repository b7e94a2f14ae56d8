namespace FlowEngine.Storage.Model;

/// <summary>A key of ASP.NET Core Data Protection: all processes on the database share them.</summary>
public sealed class DataProtectionKeyRow
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string Xml { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
