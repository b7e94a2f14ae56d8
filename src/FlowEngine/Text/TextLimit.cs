namespace FlowEngine.Text;

/// <summary>How long a text may become, as source, as rendered and as what a filter gives.</summary>
internal static class TextLimit
{
    /// <summary>In UTF-16 units.</summary>
    public const int Length = 64 * 1024;
}
