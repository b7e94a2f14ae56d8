using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Secrets;

/// <summary>The keys that stored secrets are encrypted with. Data Protection asks for them synchronously.</summary>
public sealed class DataProtectionKeyStore(ISystemDb db, TimeProvider clock)
{
    public IReadOnlyList<string> All()
    {
        using var context = db.Open();
        return [.. context.DataProtectionKeys.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Xml)];
    }

    public void Add(string name, string xml)
    {
        using var context = db.Open();
        context.DataProtectionKeys.Add(new() { Name = name, Xml = xml, CreatedAt = clock.GetUtcNow() });
        context.SaveChanges();
    }
}
