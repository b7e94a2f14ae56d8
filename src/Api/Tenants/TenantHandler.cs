using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Api.Tenants;

/// <summary>The tenants, for operators.</summary>
internal sealed class TenantHandler(TenantStore store, TenantDirectory directory)
{
    /// <summary>What a new tenant has where its request does not say.</summary>
    public static TenantDetails New { get; } = new("", "", ["en"], "USD", "UTC", SiteUrl: null, IsActive: true);

    public async Task<IResult> ListAsync(CancellationToken cancellationToken)
    {
        var entries = await store.ListAsync(cancellationToken);
        return Results.Json(new Page<TenantView>([.. entries.Select(TenantView.Of)], null), TenantJson.Context.PageTenantView);
    }

    public async Task<IResult> GetAsync(string slug, CancellationToken cancellationToken) =>
        await store.FindAsync(slug, cancellationToken) is { } entry ? View(entry) : NotFound(slug);

    /// <summary>The same request again gives the same tenant.</summary>
    public async Task<IResult> CreateAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (change, problem) = await ReadAsync(http, cancellationToken);
        if (change is null)
        {
            return problem!.ToResult();
        }

        var facts = change(New);
        facts = facts.Name.Length == 0 ? facts with { Name = facts.Slug } : facts;
        if (TenantReader.Faults(facts, null) is { Count: > 0 } faults)
        {
            return ApiProblems.InvalidRequest(faults).ToResult();
        }

        var (entry, isNew) = await store.CreateAsync(facts, http.ServiceOperator()!, cancellationToken);
        directory.Forget();
        return !isNew && facts.Changes(TenantDetails.Of(entry)).Count > 0 ? SlugTaken(facts.Slug) : View(entry, isNew);
    }

    public async Task<IResult> ChangeAsync(HttpContext http, string slug, CancellationToken cancellationToken)
    {
        var (change, problem) = await ReadAsync(http, cancellationToken);
        return change is null ? problem!.ToResult() : await ChangeAsync(http, slug, change, cancellationToken);
    }

    public Task<IResult> SetActiveAsync(HttpContext http, string slug, bool isActive, CancellationToken cancellationToken) =>
        ChangeAsync(http, slug, facts => facts with { IsActive = isActive }, cancellationToken);

    private static async Task<(Func<TenantDetails, TenantDetails>? Change, ApiProblem? Problem)> ReadAsync(
        HttpContext http, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(http.Request, cancellationToken);
        if (body is not { } json)
        {
            return (null, problem);
        }

        var (change, errors) = TenantReader.Read(json);
        return (change, change is null ? ApiProblems.InvalidRequest(errors) : null);
    }

    private async Task<IResult> ChangeAsync(
        HttpContext http, string slug, Func<TenantDetails, TenantDetails> change, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(slug, cancellationToken) is not { } there)
        {
            return NotFound(slug);
        }

        var before = TenantDetails.Of(there);
        if (TenantReader.Faults(change(before), before) is { Count: > 0 } faults)
        {
            return ApiProblems.InvalidRequest(faults).ToResult();
        }

        var (entry, slugIsTaken) = await store.ChangeAsync(slug, change, http.ServiceOperator()!, cancellationToken);
        directory.Forget();
        return slugIsTaken ? SlugTaken(change(before).Slug) : entry is null ? NotFound(slug) : View(entry);
    }

    private static IResult View(TenantEntry entry, bool isNew = false) => Results.Json(
        TenantView.Of(entry), TenantJson.Context.TenantView, statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);

    private static IResult NotFound(string slug) => ApiProblems.NotFound($"There is no tenant '{slug}'.").ToResult();

    private static IResult SlugTaken(string slug) => new ApiProblem(
        StatusCodes.Status409Conflict, "tenant_exists", "The slug is taken.",
        $"There is another tenant '{slug}'. Use another slug, or change that tenant with PATCH /api/operator/tenants/{slug}.").ToResult();
}
