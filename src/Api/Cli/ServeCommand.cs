using System.CommandLine;
using System.Net.Sockets;
using FlowEngine.Storage.Turns;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Cli;

/// <summary><c>serve</c>: the service, and what has to be true before it serves.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Run the service (what the program does without a command). Settings may follow as --Section:Name=value.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync([.. parsed.UnmatchedTokens], cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = ServiceHost.Build(args);
            if (await ServiceStart.PrepareAsync(app.Services, cancellationToken) is { } refusal)
            {
                return await FailAsync(refusal);
            }

            await app.RunAsync(cancellationToken);
            return ExitCodes.Ok;
        }
        catch (OptionsValidationException fault)
        {
            return await FailAsync($"The settings have faults:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", fault.Failures)}");
        }
        catch (StorageUnavailableException fault)
        {
            return await FailAsync($"The database cannot be used ({fault.Code}): {fault.InnerException?.Message}");
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException or SocketException)
        {
            return await FailAsync($"{fault.Message} Stop the other program, or serve elsewhere with --urls http://127.0.0.1:PORT.");
        }
        catch (FormatException fault)
        {
            return await FailAsync($"A setting cannot be read: {fault.Message}");
        }
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return ExitCodes.Failed;
    }
}
