namespace FlowEngine.Integrations.Http;

/// <summary>The service's secrets by name.</summary>
public interface ISecrets
{
    /// <param name="tenant">Slug: a tenant's own secret goes before one that all tenants share, and no tenant sees another's.</param>
    /// <returns>Null where there is none of this name.</returns>
    string? Find(string tenant, string name);

    /// <summary>
    /// What the service itself uses, such as a model's key: <c>env:NAME</c> is any variable of its environment, so never resolve
    /// one for a place that a tenant chooses.
    /// </summary>
    /// <returns>Null where the text is no reference or nothing is set.</returns>
    string? FindOfService(string reference);
}
