namespace FlowEngine.Comparing.Ladder;

/// <summary>The tenant's embedding model.</summary>
public interface IEmbedder
{
    /// <summary>Name and version, stored with what it says.</summary>
    string Model { get; }

    /// <returns>Null where the model gives none now; the step then doesn't say.</returns>
    ValueTask<float[]?> EmbedAsync(string text, CancellationToken cancellationToken);
}
