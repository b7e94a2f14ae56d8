using Microsoft.Extensions.Logging;

namespace FlowEngine.Hosting;

internal static partial class Log
{
    [LoggerMessage(EventIds.SecretUnreadable, LogLevel.Warning, "Secret {Name} of tenant {TenantId} cannot be read: the keys that it was encrypted with are gone. Store it again")]
    public static partial void SecretUnreadable(ILogger logger, Exception fault, string name, long tenantId);

    [LoggerMessage(EventIds.DemoSeeded, LogLevel.Information, "Demo tenant {Tenant} is there: {Products} products, {Passages} passages, {Flows} flows")]
    public static partial void DemoSeeded(ILogger logger, string tenant, int products, int passages, int flows);

    [LoggerMessage(EventIds.SettingsNotRead, LogLevel.Error, "Settings files could not be read; they are read again at their next change")]
    public static partial void SettingsNotRead(ILogger logger, Exception fault);

    [LoggerMessage(EventIds.JobFailed, LogLevel.Error, "Job {Kind} {Job} failed")]
    public static partial void JobFailed(ILogger logger, Exception fault, string kind, Guid job);

    [LoggerMessage(EventIds.JobNotRenewed, LogLevel.Warning, "The lease of job {Kind} {Job} could not be renewed; it is tried again")]
    public static partial void JobNotRenewed(ILogger logger, Exception fault, string kind, Guid job);

    [LoggerMessage(EventIds.JobLost, LogLevel.Warning, "Job {Kind} {Job} was taken over by another process; what this one made of it is dropped")]
    public static partial void JobLost(ILogger logger, string kind, Guid job);

    [LoggerMessage(EventIds.JobNotStored, LogLevel.Error, "What job {Kind} {Job} came to could not be stored; it is run again when its lease ends")]
    public static partial void JobNotStored(ILogger logger, Exception fault, string kind, Guid job);

    [LoggerMessage(EventIds.KeyUsesLost, LogLevel.Warning, "When API keys were last used could not be written")]
    public static partial void KeyUsesLost(ILogger logger, Exception fault);
}
