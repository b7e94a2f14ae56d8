using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

/// <param name="Tenants">The whitelist: ids of the legacy system.</param>
public sealed record NodeTypeDraft(string Key, bool IsGlobal, bool IsActive, IReadOnlyList<long> Tenants);

/// <summary>Of the legacy registry only the switches mean anything here; what a type does is our own code.</summary>
public static class NodeTypeRule
{
    public static Carried<NodeTypeDraft> Carry(LegacyRow row, Func<string, bool> isKnown)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(isKnown);
        if (row.Filled("node_key") is not { } key)
        {
            return Carried<NodeTypeDraft>.Refused(MovingCodes.NoKey);
        }

        return isKnown(key)
            ? Carried<NodeTypeDraft>.As(new(key, row.Flag("is_global") ?? true, row.Flag("is_active") ?? true, Tenants(row.Text("tenant_whitelist"))))
            : Carried<NodeTypeDraft>.Refused(MovingCodes.UnknownNodeType);
    }

    private static long[] Tenants(string? json)
    {
        if (string.IsNullOrWhiteSpace(json) || JsonColumn.IsBroken(json))
        {
            return [];
        }

        using var document = JsonDocument.Parse(JsonInput.WellFormed(json));
        return document.RootElement.ValueKind != JsonValueKind.Array ? [] : [.. document.RootElement.EnumerateArray()
            .Where(id => id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out _))
            .Select(id => id.GetInt64())];
    }
}
