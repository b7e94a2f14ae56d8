using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Tests.Running;

/// <summary>Flow versions in memory, and how often each was asked for.</summary>
internal sealed class FakeVersions : IFlowVersions
{
    private readonly Dictionary<long, FlowVersionSource> _versions = [];

    public List<long> Asked { get; } = [];

    /// <summary>The newest version of every flow by name.</summary>
    public Dictionary<string, FlowVersionRef> Active { get; } = [];

    public FlowVersionRef Add(string name, string json, string? settings = null, string? start = null)
    {
        var number = _versions.Values.Count(source => source.Version.Name == name) + 1;
        var version = new FlowVersionRef(_versions.Count + 1, name, number);
        _versions[version.Id] = new(version, json, start, settings);
        Active[name] = version;
        return version;
    }

    public ValueTask<FlowVersionSource?> FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(versionId);
        }

        return new(_versions.GetValueOrDefault(versionId));
    }
}
