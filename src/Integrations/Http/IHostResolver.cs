using System.Net;

namespace FlowEngine.Integrations.Http;

/// <summary>Looks up the addresses of a name.</summary>
public interface IHostResolver
{
    /// <summary>Empty where the name has none.</summary>
    ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
