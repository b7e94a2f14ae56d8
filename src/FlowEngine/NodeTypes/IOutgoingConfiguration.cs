namespace FlowEngine.NodeTypes;

/// <summary>A configuration that calls the outside.</summary>
public interface IOutgoingConfiguration
{
    /// <summary>Scheme, host and port, which must not depend on variables; null where they cannot be read.</summary>
    Uri? Origin { get; }

    /// <summary>Of the URL, relative to the configuration.</summary>
    string UrlPointer { get; }

    /// <summary>Made twice, the call does no more than made once, by the rules of HTTP.</summary>
    bool IsIdempotent { get; }
}
