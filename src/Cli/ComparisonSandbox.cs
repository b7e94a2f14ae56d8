using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Tenants;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Hosting;
using FlowEngine.NodeTypes;
using FlowEngine.ParallelRuns.Candidates;
using FlowEngine.ParallelRuns.Judging;
using FlowEngine.ParallelRuns.Recorded;
using FlowEngine.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.Cli;

/// <summary>A tenant's world in which recorded conversations are played, with the flow that is tried.</summary>
internal sealed class ComparisonSandbox : IAsyncDisposable
{
    private readonly FlowSandbox _bench;

    private ComparisonSandbox(FlowSandbox bench, TenantSnapshot tenant, string? flow)
    {
        (_bench, Tenant, Flow) = (bench, tenant, flow);
        var services = bench.Services;
        // The flow that is tried is in no database.
        var drafts = new FlowEngineFactory(
            new FlowCache(bench.Versions, services.GetRequiredService<NodeRegistry>()), services.GetRequiredService<TurnLimits>(), Time,
            services.GetRequiredService<ILoggerFactory>());
        Runner = new(
            new([drafts, .. services.GetServices<IEngineFactory>().Where(factory => factory.Name != drafts.Name)], services.GetRequiredService<TurnPorts>()),
            Time);
    }

    public IServiceProvider Services => _bench.Services;

    public TimeProvider Time => Services.GetRequiredService<TimeProvider>();

    public TenantSnapshot Tenant { get; }

    /// <summary>Name of the flow that new walks take; null: the tenant's own choice.</summary>
    public string? Flow { get; }

    public CandidateRunner Runner { get; }

    public ConversationReplayer Player => new(Runner, Services.GetRequiredService<CandidateTurns>(), Services.GetRequiredService<TurnComparer>(), Time);

    /// <returns>The bench, or why there is none.</returns>
    public static async Task<(ComparisonSandbox? Bench, string? Refusal)> OpenAsync(
        IReadOnlyList<string> settings, CompareWorld world, CancellationToken cancellationToken)
    {
        var (file, unreadable) = world.Flow is { } path && File.Exists(path) ? await FlowFile.ReadAsync(path, cancellationToken) : (null, null);
        if (unreadable is not null)
        {
            return (null, unreadable);
        }

        var (bench, refusal) = await FlowSandbox.OpenAsync(settings, world.Tenant, cancellationToken);
        if (bench is null)
        {
            return (null, refusal);
        }

        var (tenant, flow) = (bench.Tenant, world.Flow);
        if (file is not null)
        {
            (var draft, refusal) = await bench.AddAsync(file, cancellationToken);
            flow = file.FlowName;
            tenant = draft is null ? tenant : tenant with
            {
                ActiveFlows = new Dictionary<string, FlowVersionRef>(tenant.ActiveFlows, StringComparer.Ordinal) { [flow] = draft },
            };
        }

        refusal ??= FlowChoice.Choose(tenant, flow, null, null).Refusal?.Detail;
        if (refusal is null)
        {
            return (new(bench, tenant, flow), null);
        }

        await bench.DisposeAsync();
        return (null, refusal);
    }

    public PlayPlan Plan(EngineName control, bool free, double againstItself, DateTimeOffset? at) => new(
        Tenant, control, Flow, free, againstItself,
        TimeSpan.FromSeconds(Services.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Comparisons.CandidateSeconds), at);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
