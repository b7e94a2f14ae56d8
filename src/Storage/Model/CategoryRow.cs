namespace FlowEngine.Storage.Model;

public sealed class CategoryRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string Slug { get; set; } = "";

    /// <summary>JSON: name by language.</summary>
    public string Names { get; set; } = "";

    /// <summary>JSON array of words and phrases.</summary>
    public string Synonyms { get; set; } = "";

    public int Position { get; set; }
}
