using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Comparing.Ignoring;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Comparisons.Ignoring;

/// <summary>The ignore rules of the caller's tenant.</summary>
public sealed class IgnoreRuleHandler(StoredIgnoreRules store, TimeProvider time)
{
    /// <summary>Of a rule that is not stored yet.</summary>
    private const long New = 0;

    public async Task<Ok<Page<IgnoreRuleView>>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await store.AllAsync(caller.Tenant.Profile.Key, cancellationToken);
        return TypedResults.Ok(new Page<IgnoreRuleView>([.. rows.Select(row => View(row, now))], null));
    }

    public async Task<Results<Created<IgnoreRuleView>, ApiProblem>> AddAsync(Caller caller, IgnoreRuleBody body, CancellationToken cancellationToken)
    {
        var rule = new IgnoreRule(New, body.Owner ?? "", body.Reason ?? "", body.Expires.ToUniversalTime(), body.Field ?? "", body.Kind, body.Value);
        var tenant = caller.Tenant.Profile.Key;
        if (await RefusedAsync(tenant, rule, cancellationToken) is { Count: > 0 } refused)
        {
            return ApiProblems.InvalidRequest(refused);
        }

        var row = new IgnoreRuleRow
        {
            Owner = rule.Owner, Reason = rule.Reason, Field = rule.Field, Kind = rule.Kind, Value = rule.Value, ExpiresAt = rule.Expires,
        };
        var added = await store.AddAsync(tenant, row, caller.Name, cancellationToken);
        return TypedResults.Created((string?)null, View(added, time.GetUtcNow()));
    }

    public async Task<Results<NoContent, ApiProblem>> RemoveAsync(Caller caller, long id, CancellationToken cancellationToken) =>
        await store.RemoveAsync(caller.Tenant.Profile.Key, id, caller.Name, cancellationToken)
            ? TypedResults.NoContent()
            : ApiProblems.NotFound($"There is no ignore rule {id}.");

    /// <summary>What is wrong with the new rule by itself, and beside those that are there and not over.</summary>
    private async Task<IReadOnlyList<FieldError>> RefusedAsync(TenantKey tenant, IgnoreRule rule, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var others = (await store.AllAsync(tenant, cancellationToken)).Where(row => row.ExpiresAt > now).Select(Rule);
        return
        [
            .. IgnoreRules.Check([.. others, rule], now)
                .Where(fault => fault.Rule == New || fault.Other == New)
                .Select(fault => new FieldError(Pointer(fault.Code), fault.Code, $"{fault.Message} {fault.Fix}")),
        ];
    }

    private static string Pointer(string code) => code switch
    {
        "owner_missing" => "/owner",
        "reason_missing" => "/reason",
        "expired" => "/expires",
        "value_bad" => "/value",
        _ => "/field",
    };

    private static IgnoreRule Rule(IgnoreRuleRow row) => new(row.Id, row.Owner, row.Reason, row.ExpiresAt, row.Field, row.Kind, row.Value);

    private static IgnoreRuleView View(IgnoreRuleRow row, DateTimeOffset now) => new(
        row.Id, row.Owner, row.Reason, row.ExpiresAt, row.ExpiresAt <= now, row.Field, row.Kind, row.Value, row.CreatedAt);
}
