using System.CommandLine;
using System.Globalization;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

/// <summary><c>key create|list|revoke</c>: API keys. A key is shown once, on standard output, and kept nowhere.</summary>
internal static class KeyCommand
{
    private const string OperatorScope = "admin";
    private const int MaxDays = 3650;

    public static Command Create(IReadOnlyList<string> settings) =>
        new("key", "API keys.") { CreateKey(settings), List(settings), Revoke(settings) };

    private static Command CreateKey(IReadOnlyList<string> settings)
    {
        var tenant = Tenant("The tenant whose key it is.");
        var scope = new Option<string>("--scope") { Description = "What it may do; each includes those before it." };
        scope.AcceptOnlyFromAmong("chat", "design", "engineer", "admin");
        var name = new Option<string>("--name") { Description = "To know it again by.", HelpName = "NAME" };
        var isOperator = new Option<bool>("--operator") { Description = "A key of no tenant that may name any." };
        var days = new Option<int?>("--expires-in-days") { Description = "After how many days it stops; without it, never.", HelpName = "DAYS" };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MaxDays)
            {
                result.AddError($"Give --expires-in-days 1 to {MaxDays}.");
            }
        });
        var create = new Command("create", "Make a key and write it to standard output, once.") { tenant, scope, name, isOperator, days };
        create.Validators.Add(result =>
        {
            var (ofTenant, hasScope, ofOperator) = (result.GetResult(tenant) is not null, result.GetResult(scope) is not null, result.GetValue(isOperator));
            if (ofOperator ? ofTenant || hasScope : !ofTenant || !hasScope)
            {
                result.AddError("Give --tenant SLUG with --scope SCOPE, or --operator alone.");
            }
        });
        create.SetAction((parsed, token) => Guarded.RunAsync(() => parsed.GetValue(isOperator)
            ? CreateAsync(settings, null, OperatorScope, parsed.GetValue(name) ?? "operator", parsed.GetValue(days), token)
            : CreateAsync(settings, parsed.GetValue(tenant), parsed.GetValue(scope)!, parsed.GetValue(name) ?? parsed.GetValue(scope)!, parsed.GetValue(days), token)));
        return create;
    }

    private static Command List(IReadOnlyList<string> settings)
    {
        var tenant = Tenant("The tenant whose keys they are; without it the operators'.");
        var list = new Command("list", "List keys, revoked and expired ones too.") { tenant };
        list.SetAction((parsed, token) => Guarded.RunAsync(() => OnTenantAsync(settings, parsed.GetValue(tenant), async (keys, tenantId, time) =>
        {
            foreach (var key in await keys.ListAsync(tenantId, token))
            {
                await Console.Out.WriteLineAsync(Line(key, time.GetUtcNow()));
            }

            return ExitCodes.Ok;
        }, token)));
        return list;
    }

    private static Command Revoke(IReadOnlyList<string> settings)
    {
        var id = new Argument<long>("ID") { Description = "As 'key list' shows it." };
        var tenant = Tenant("The tenant whose key it is; without it an operator's.");
        var revoke = new Command("revoke", "Revoke a key: every process refuses it within two seconds.") { id, tenant };
        revoke.SetAction((parsed, token) => Guarded.RunAsync(() => OnTenantAsync(settings, parsed.GetValue(tenant), async (keys, tenantId, _) =>
            await keys.RevokeAsync(tenantId, parsed.GetValue(id), token)
                ? ExitCodes.Ok
                : await Guarded.FailAsync($"There is no key {parsed.GetValue(id)} that could be revoked. 'key list' shows them."), token)));
        return revoke;
    }

    private static Option<string> Tenant(string description) => new("--tenant") { Description = description, HelpName = "SLUG" };

    private static string Line(ApiKey key, DateTimeOffset now)
    {
        var state = key.RevokedAt is { } revoked ? $"revoked {revoked:yyyy-MM-dd}"
            : key.ExpiresAt is not { } end ? "valid"
            : end <= now ? $"expired {end:yyyy-MM-dd}" : $"valid until {end:yyyy-MM-dd}";
        var used = key.LastUsedAt is { } at ? $"used {at:yyyy-MM-dd HH:mm}" : "never used";
        return string.Create(CultureInfo.InvariantCulture, $"{key.Id}\t{key.Prefix}...\t{key.Scope}\t{key.Name}\t{state}\t{used}");
    }

    private static async Task<int> OnTenantAsync(
        IReadOnlyList<string> settings, string? slug, Func<ApiKeyStore, long?, TimeProvider, Task<int>> run, CancellationToken cancellationToken)
    {
        await using var host = CommandHost.Build(settings);
        if (await CommandHost.SchemaRefusalAsync(host.Services, cancellationToken) is { } refusal)
        {
            return await Guarded.FailAsync(refusal);
        }

        long? tenantId = null;
        if (slug is not null)
        {
            if (await host.Services.GetRequiredService<TenantDirectory>().FindAsync(slug, cancellationToken) is not { } tenant)
            {
                return await Guarded.FailAsync($"There is no active tenant '{slug}'.");
            }

            tenantId = tenant.Profile.Key.TenantId;
        }

        return await run(host.Services.GetRequiredService<ApiKeyStore>(), tenantId, host.Services.GetRequiredService<TimeProvider>());
    }

    private static Task<int> CreateAsync(
        IReadOnlyList<string> settings, string? slug, string scope, string name, int? days, CancellationToken cancellationToken) =>
        OnTenantAsync(settings, slug, async (keys, tenantId, time) =>
        {
            var expires = days is { } count ? time.GetUtcNow().AddDays(count) : (DateTimeOffset?)null;
            var (row, key) = await keys.CreateAsync(tenantId, name, scope, null, cancellationToken, expires);
            await Console.Error.WriteLineAsync(
                $"Key {row.Id} ('{name}', {(slug is null ? "operator" : $"tenant {slug}, scope {scope}")}). It is shown only now:");
            await Console.Out.WriteLineAsync(key);
            return ExitCodes.Ok;
        }, cancellationToken);
}
