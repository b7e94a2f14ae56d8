using System.Xml.Linq;
using FlowEngine.Storage.Secrets;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FlowEngine.Hosting.Secrets;

/// <summary>Data Protection's keys in the database.</summary>
internal sealed class StoredKeys(DataProtectionKeyStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => store.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
