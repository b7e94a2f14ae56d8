namespace FlowEngine.Storage.Flows;

/// <summary>The column <c>status</c> of a flow version.</summary>
internal static class FlowVersionStatus
{
    public const string Draft = "draft";

    /// <summary>Active, or was so once.</summary>
    public const string Published = "published";

    /// <summary>Out of lists; walks that are pinned to it go on.</summary>
    public const string Archived = "archived";

    /// <summary>Of a flow that was deleted; walks that are pinned to it go on.</summary>
    public const string Deleted = "deleted";
}
