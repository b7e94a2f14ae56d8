using System.CommandLine;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

/// <summary><c>key create</c>: API keys. The key is shown once, on standard output, and kept nowhere.</summary>
internal static class KeyCommand
{
    private const string OperatorScope = "admin";

    public static Command Create(IReadOnlyList<string> settings)
    {
        var tenant = new Option<string>("--tenant") { Description = "The tenant whose key it is.", HelpName = "SLUG" };
        var scope = new Option<string>("--scope") { Description = "What it may do; each includes those before it." };
        scope.AcceptOnlyFromAmong("chat", "design", "engineer", "admin");
        var name = new Option<string>("--name") { Description = "To know it again by.", HelpName = "NAME" };
        var isOperator = new Option<bool>("--operator") { Description = "A key of no tenant that may name any." };
        var create = new Command("create", "Make a key and write it to standard output, once.") { tenant, scope, name, isOperator };
        create.Validators.Add(result =>
        {
            var (ofTenant, hasScope, ofOperator) = (result.GetResult(tenant) is not null, result.GetResult(scope) is not null, result.GetValue(isOperator));
            if (ofOperator ? ofTenant || hasScope : !ofTenant || !hasScope)
            {
                result.AddError("Give --tenant SLUG with --scope SCOPE, or --operator alone.");
            }
        });
        create.SetAction((parsed, token) => Guarded.RunAsync(() => parsed.GetValue(isOperator)
            ? CreateAsync(settings, null, OperatorScope, parsed.GetValue(name) ?? "operator", token)
            : CreateAsync(settings, parsed.GetValue(tenant), parsed.GetValue(scope)!, parsed.GetValue(name) ?? parsed.GetValue(scope)!, token)));
        return new Command("key", "API keys.") { create };
    }

    private static async Task<int> CreateAsync(
        IReadOnlyList<string> settings, string? slug, string scope, string name, CancellationToken cancellationToken)
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

        var (row, key) = await host.Services.GetRequiredService<ApiKeyStore>().CreateAsync(tenantId, name, scope, null, cancellationToken);
        await Console.Error.WriteLineAsync($"Key {row.Id} ('{name}', {(slug is null ? "operator" : $"tenant {slug}, scope {scope}")}). It is shown only now:");
        await Console.Out.WriteLineAsync(key);
        return ExitCodes.Ok;
    }
}
