namespace FlowEngine.Storage.Model;

public sealed class MessageRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public long ConversationId { get; set; }

    /// <summary>Public id.</summary>
    public string MessageId { get; set; } = "";

    public Guid? TurnId { get; set; }

    public string Role { get; set; } = "";

    public string Kind { get; set; } = "";

    /// <summary>As it was sent.</summary>
    public string Content { get; set; } = "";

    /// <summary>JSON of the parts beside the text.</summary>
    public string? Payload { get; set; }

    public string Engine { get; set; } = "";

    /// <summary>What the model wrote for it, where one did and said so.</summary>
    public int? Tokens { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
