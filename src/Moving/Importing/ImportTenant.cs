using FlowEngine.Conversations;
using FlowEngine.Storage.Model;

namespace FlowEngine.Moving.Importing;

/// <summary>A tenant of the legacy system and the one that it is here.</summary>
public sealed record ImportTenant(long LegacyId, TenantProfile Profile, bool Created)
{
    public TenantKey Key => Profile.Key;

    public LegacyIdRow Origin(string table, long oldId, string hash, DateTimeOffset now) => new()
    {
        TenantId = Key.TenantId, InstanceId = Key.InstanceId, Kind = table, OldId = oldId, SourceHash = hash, ImportedAt = now,
    };
}
