using System.Security.Cryptography;
using System.Text;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Settings;

/// <summary>The admin side of a tenant's active <c>bot_settings</c>; every change is audited with what was there before.</summary>
public sealed class BotSettingsStore(ITenantDb tenants, TimeProvider clock)
{
    public async Task<StoredSettings> GetAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return Stored(await db.BotSettings.AsNoTracking().SingleOrDefaultAsync(row => row.IsActive, cancellationToken));
    }

    /// <param name="expectedEtag">Null changes whatever is there.</param>
    /// <returns>Null where the settings have another ETag by now.</returns>
    public async Task<StoredSettings?> ChangeAsync(
        TenantKey tenant,
        Func<TenantSettings, TenantSettings> change,
        string? expectedEtag,
        string changedBy,
        CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await db.BotSettings.SingleOrDefaultAsync(row => row.IsActive, cancellationToken);
        var stored = Stored(row);
        if (expectedEtag is not null && stored.Etag != expectedEtag)
        {
            return null;
        }

        if (row is null)
        {
            row = new BotSettingsRow { TenantId = tenant.TenantId, IsActive = true, Contact = StoredJson.Write(new ContactFacts()) };
            db.BotSettings.Add(row);
        }

        var after = change(stored.Settings);
        var before = Columns(stored.Settings);
        var changed = Columns(after).Where(column => column.Value != before[column.Key])
            .ToDictionary(column => column.Key, column => $"{before[column.Key]} -> {column.Value}", StringComparer.Ordinal);
        Write(after, row);
        row.UpdatedAt = clock.GetUtcNow();
        db.AuditLogs.Add(new()
        {
            TenantId = tenant.TenantId, InstanceId = tenant.InstanceId, Actor = changedBy, Action = "settings.put",
            Subject = changed.Count == 0 ? "nothing" : string.Join(", ", changed.Keys), Details = StoredJson.Write(changed),
            CreatedAt = row.UpdatedAt,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Stored(row);
    }

    private static void Write(TenantSettings settings, BotSettingsRow row)
    {
        row.DefaultFlow = settings.DefaultFlow;
        row.FallbackText = StoredJson.Write(settings.FallbackText);
        row.AnonymousChat = settings.AnonymousChat;
        row.ChatDisabled = settings.ChatDisabled;
        row.AllowedHosts = StoredJson.Write(settings.AllowedHosts);
        row.Limits = StoredJson.Write(settings.Limits);
    }

    private static StoredSettings Stored(BotSettingsRow? row)
    {
        var settings = row is null ? new TenantSettings() : new TenantSettings
        {
            DefaultFlow = row.DefaultFlow,
            FallbackText = StoredJson.TextByLanguage(row.FallbackText),
            AnonymousChat = row.AnonymousChat,
            ChatDisabled = row.ChatDisabled,
            AllowedHosts = StoredJson.Texts(row.AllowedHosts),
            Limits = StoredJson.Limits(row.Limits),
        };
        var text = string.Join('\0', Columns(settings).Values);
        var etag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
        return new(settings, etag, row?.UpdatedAt);
    }

    /// <summary>By the names that the API has.</summary>
    private static Dictionary<string, string> Columns(TenantSettings settings) => new(StringComparer.Ordinal)
    {
        ["defaultFlow"] = settings.DefaultFlow ?? "",
        ["fallbackText"] = StoredJson.Write(settings.FallbackText),
        ["anonymousChat"] = settings.AnonymousChat ? "true" : "false",
        ["chatDisabled"] = settings.ChatDisabled ? "true" : "false",
        ["allowedHosts"] = StoredJson.Write(settings.AllowedHosts),
        ["limits"] = StoredJson.Write(settings.Limits),
    };
}
