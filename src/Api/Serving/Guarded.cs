using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Turns;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Serving;

/// <summary>Runs a command; what the operator can fix is one clear line and an exit code, never a stack trace.</summary>
internal static class Guarded
{
    /// <param name="faulted">For commands of which 1 means something else.</param>
    public static async Task<int> RunAsync(Func<Task<int>> command, int faulted = ExitCodes.Failed)
    {
        try
        {
            return await command();
        }
        catch (Exception fault) when (Explain(fault) is not null)
        {
            return await FailAsync(Explain(fault)!, faulted);
        }
    }

    public static async Task<int> FailAsync(string message, int exitCode = ExitCodes.Failed)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }

    /// <summary>A refusal, with the options of a command line in the place of the request's members.</summary>
    public static Task<int> FailAsync(Refusal refusal)
    {
        var message = refusal.Detail;
        foreach (var member in (refusal.Errors ?? []).Select(error => error.Pointer.Split('/')[^1]).Where(name => name.Length > 0))
        {
            message = WithOption(message, member);
        }

        return FailAsync(message);
    }

    /// <summary>The message with the option <c>--member</c> in the place of the body's member.</summary>
    public static string WithOption(string message, string member) =>
        message.Replace($"'{member}'", $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(member)}", StringComparison.Ordinal);

    /// <summary>Null where it is a bug.</summary>
    private static string? Explain(Exception fault) => fault switch
    {
        OptionsValidationException options =>
            $"The settings have faults:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", options.Failures)}",
        StorageUnavailableException storage => $"The database cannot be used ({storage.Code}): {storage.InnerException?.Message}",
        DbException database => $"The database cannot be used: {database.Message}",
        IOException { InnerException: AddressInUseException or SocketException } =>
            $"{fault.Message} Stop the other program, or serve elsewhere with --urls http://127.0.0.1:PORT.",
        InvalidDataException { InnerException: { } inner } => $"{fault.Message} {inner.Message}",
        InvalidDataException or IOException or UnauthorizedAccessException => fault.Message,
        FormatException => $"A setting cannot be read: {fault.Message}",
        InvalidOperationException when fault.Source?.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true
            || fault.Source == "Microsoft.Extensions.Configuration.Binder" => $"A setting of the host cannot be used: {fault.Message}",
        ArgumentException when fault.Message.Contains("onnection string", StringComparison.Ordinal)
            || fault.Message.Contains("initialization string", StringComparison.Ordinal) =>
            $"FlowEngine:Database:ConnectionString cannot be read: {fault.Message}",
        _ => null,
    };
}
