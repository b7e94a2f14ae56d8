namespace FlowEngine.Storage.Flows;

public enum FlowChangeOutcome
{
    Done,

    /// <summary>There is no such version, or its flow was deleted.</summary>
    NotFound,

    /// <summary>The ETag is another by now.</summary>
    Changed,

    /// <summary>An archived version cannot be published.</summary>
    Archived,

    /// <summary>The active version cannot be archived.</summary>
    Active,
}

/// <param name="Version">As it is now; null where nothing was done.</param>
public sealed record FlowChangeResult(FlowChangeOutcome Outcome, FlowVersionSummary? Version = null);
