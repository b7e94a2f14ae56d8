using System.Collections.Concurrent;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Compiling;

/// <summary>
/// Compiled versions by id. A version never changes, so an entry is never stale; the number of entries is bounded, and the ones longest
/// unused go first.
/// </summary>
/// <param name="edit">Changes what was compiled, for tests that put stand-ins in the place of nodes.</param>
public sealed class FlowCache(
    IFlowVersions versions, NodeRegistry registry, int capacity = 1_000, Func<CompiledVersion, CompiledVersion>? edit = null)
{
    private readonly ConcurrentDictionary<(TenantKey Tenant, long Id), Entry> _entries = new();
    private long _clock;

    public ValueTask<FlowLoad> GetAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken)
    {
        if (_entries.TryGetValue((tenant, versionId), out var entry))
        {
            entry.LastUse = Interlocked.Increment(ref _clock);
            return new(entry.Load);
        }

        return LoadAsync(tenant, versionId, cancellationToken);
    }

    /// <summary>For versions of another database, whose ids mean other flows.</summary>
    public void Clear() => _entries.Clear();

    private async ValueTask<FlowLoad> LoadAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken)
    {
        var source = await versions.FindAsync(tenant, versionId, cancellationToken);
        if (source is null)
        {
            return Failed(FailureCodes.FlowNotFound, $"flow version {versionId} is not there");
        }

        var load = Compile(source);
        _entries[(tenant, versionId)] = new Entry(load) { LastUse = Interlocked.Increment(ref _clock) };
        Trim();
        return load;
    }

    private FlowLoad Compile(FlowVersionSource source)
    {
        var (settings, fault) = FlowSettings.Parse(source.Settings);
        if (settings is null)
        {
            return Failed(FailureCodes.FlowInvalid, fault!);
        }

        var check = FlowChecker.CheckToWalk(source.FlowData, new CheckContext(registry, source.StartNodeId));
        if (check.Document is not { } document)
        {
            return Failed(FailureCodes.FlowInvalid, Describe(check));
        }

        var version = FlowCompiler.Compile(document, source.Version, settings);
        return new(edit is null ? version : edit(version), null);
    }

    private static string Describe(CheckResult check) => string.Join("; ", check.Findings
        .Where(finding => finding.Severity == Severity.Error)
        .Take(5)
        .Select(finding => $"{finding.Code}: {finding.Message}"));

    private static FlowLoad Failed(string code, string cause) => new(null, new TurnFailure(code, null, cause));

    private void Trim()
    {
        if (_entries.Count <= capacity)
        {
            return;
        }

        // A tenth at once, so that a cache that is full does not sort at every load.
        foreach (var (key, _) in _entries.OrderBy(pair => pair.Value.LastUse).Take(Math.Max(1, capacity / 10)))
        {
            _entries.TryRemove(key, out _);
        }
    }

    private sealed class Entry(FlowLoad load)
    {
        public FlowLoad Load { get; } = load;

        public long LastUse { get; set; }
    }
}
