using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Tenants;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Tenants;

/// <summary>The tenants, for operators.</summary>
internal sealed class TenantHandler(TenantStore store, TenantDirectory directory)
{
    /// <summary>What a new tenant has where its request does not say.</summary>
    public static TenantDetails New { get; } = new("", "", ["en"], "USD", "UTC", SiteUrl: null, IsActive: true);

    public async Task<Ok<Page<TenantView>>> ListAsync(CancellationToken cancellationToken)
    {
        var entries = await store.ListAsync(cancellationToken);
        return TypedResults.Ok(new Page<TenantView>([.. entries.Select(TenantView.Of)], null));
    }

    public async Task<Results<Ok<TenantView>, ApiProblem>> GetAsync(string slug, CancellationToken cancellationToken) =>
        await store.FindAsync(slug, cancellationToken) is { } entry ? TypedResults.Ok(TenantView.Of(entry)) : NotFound(slug);

    /// <summary>The same request again gives the same tenant.</summary>
    public async Task<Results<Created<TenantView>, Ok<TenantView>, ApiProblem>> CreateAsync(
        ServiceOperator caller, Body<TenantBody> body, CancellationToken cancellationToken)
    {
        var facts = TenantChange.From(body)(New);
        facts = facts.Name.Length == 0 ? facts with { Name = facts.Slug } : facts;
        if (TenantChange.Faults(facts, null) is { Count: > 0 } faults)
        {
            return ApiProblems.InvalidRequest(faults);
        }

        var (entry, isNew) = await store.CreateAsync(facts, caller.Name, cancellationToken);
        directory.Forget();
        return isNew ? TypedResults.Created($"/api/operator/tenants/{entry.Slug}", TenantView.Of(entry))
            : facts.Changes(TenantDetails.Of(entry)).Count > 0 ? SlugTaken(facts.Slug)
            : TypedResults.Ok(TenantView.Of(entry));
    }

    public Task<Results<Ok<TenantView>, ApiProblem>> ChangeAsync(
        ServiceOperator caller, string slug, Body<TenantBody> body, CancellationToken cancellationToken) =>
        ChangeAsync(caller, slug, TenantChange.From(body), cancellationToken);

    public Task<Results<Ok<TenantView>, ApiProblem>> SetActiveAsync(
        ServiceOperator caller, string slug, bool isActive, CancellationToken cancellationToken) =>
        ChangeAsync(caller, slug, facts => facts with { IsActive = isActive }, cancellationToken);

    private async Task<Results<Ok<TenantView>, ApiProblem>> ChangeAsync(
        ServiceOperator caller, string slug, Func<TenantDetails, TenantDetails> change, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(slug, cancellationToken) is not { } there)
        {
            return NotFound(slug);
        }

        var before = TenantDetails.Of(there);
        if (TenantChange.Faults(change(before), before) is { Count: > 0 } faults)
        {
            return ApiProblems.InvalidRequest(faults);
        }

        var (entry, slugIsTaken) = await store.ChangeAsync(slug, change, caller.Name, cancellationToken);
        directory.Forget();
        return slugIsTaken ? SlugTaken(change(before).Slug) : entry is null ? NotFound(slug) : TypedResults.Ok(TenantView.Of(entry));
    }

    private static ApiProblem NotFound(string slug) => ApiProblems.NotFound($"There is no tenant '{slug}'.");

    private static ApiProblem SlugTaken(string slug) => new(
        StatusCodes.Status409Conflict, "tenant_exists", "The slug is taken.",
        $"There is another tenant '{slug}'. Use another slug, or change that tenant with PATCH /api/operator/tenants/{slug}.");
}
