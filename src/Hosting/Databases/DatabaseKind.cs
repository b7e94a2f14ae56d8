using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Hosting.Databases;

/// <summary>A database server that the service can keep its data in.</summary>
/// <param name="Name">As in the setting <c>FlowEngine:Database:Provider</c>.</param>
/// <param name="Title">As its users write it.</param>
/// <param name="Example">A connection string.</param>
/// <param name="IsConnectionString">Whether a text can be a connection string at all; what it names may still not be there.</param>
/// <param name="AddStorage">Keeps the service's data there.</param>
/// <param name="AddSource">Reads legacy databases there, wherever the service's own data is.</param>
public sealed record DatabaseKind(
    string Name,
    string Title,
    string Example,
    Func<string, bool> IsConnectionString,
    Action<IServiceCollection, string> AddStorage,
    Action<IServiceCollection> AddSource);
