using FlowEngine.Api.Flows;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Tenants;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

/// <summary>A tenant's world for a flow file: that of the database, or the demo shop's in a temporary one.</summary>
internal sealed class FlowSandbox : IAsyncDisposable
{
    private readonly TemporaryShop? _shop;
    private readonly WebApplication _host;

    private FlowSandbox(TemporaryShop? shop, WebApplication host)
    {
        (_shop, _host) = (shop, host);
        Versions = new DraftVersions(host.Services.GetRequiredService<IFlowVersions>());
    }

    public IServiceProvider Services => _host.Services;

    public DraftVersions Versions { get; }

    public TenantSnapshot Tenant { get; private set; } = null!;

    /// <param name="slug">Null: the demo shop.</param>
    /// <returns>The bench, or why there is none.</returns>
    public static async Task<(FlowSandbox? Bench, string? Refusal)> OpenAsync(
        IReadOnlyList<string> settings, string? slug, CancellationToken cancellationToken)
    {
        var shop = slug is null ? new TemporaryShop() : null;
        var bench = new FlowSandbox(shop, CommandHost.Build(shop?.Over(settings) ?? settings));
        if (shop is not null)
        {
            await TemporaryShop.FillAsync(bench.Services, cancellationToken);
        }

        var (profile, refusal) = await FlowCheckRun.TenantAsync(bench.Services, slug ?? TemporaryShop.Tenant, cancellationToken);
        if (profile is null)
        {
            await bench.DisposeAsync();
            return (null, refusal);
        }

        bench.Tenant = (await bench.Services.GetRequiredService<TenantDirectory>().FindAsync(profile.Slug, cancellationToken))!;
        return (bench, null);
    }

    /// <returns>The file as a version that can run, or its findings.</returns>
    public async Task<(FlowVersionRef? Flow, string? Refusal)> AddAsync(FlowFile file, CancellationToken cancellationToken)
    {
        var check = await Services.GetRequiredService<TenantFlowChecker>()
            .CheckAsync(Tenant.Profile, file.FlowName, file.Reading, null, cancellationToken);
        return check.HasErrors
            ? (null, string.Join(Environment.NewLine, FindingText.Lines(file.Path, file.Reading, check)))
            : (Versions.Add(file.FlowName, file.Reading.Document!.ToJson(), check.StartNodeId), null);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _shop?.Dispose();
    }
}
