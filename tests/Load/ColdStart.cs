using System.Diagnostics;
using System.Net.Http.Headers;
using FlowEngine.Api.Serving;

namespace FlowEngine.Load;

/// <summary>From the start of the process to its first answered turn.</summary>
internal static class ColdStart
{
    /// <returns>Seconds of each start, the first on an empty database.</returns>
    public static async Task<IReadOnlyList<double>> MeasureAsync(string[] database, int starts)
    {
        var seconds = new List<double>();
        for (var i = 0; i < starts; i++)
        {
            seconds.Add(await MeasureAsync(database, $"cold-{i}"));
        }

        return seconds;
    }

    private static async Task<double> MeasureAsync(string[] database, string session)
    {
        var began = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var argument in (string[])[typeof(ServiceHost).Assembly.Location, "--urls", "http://127.0.0.1:0", .. database])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(process.StandardOutput) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-chat");
            await Turns.PostAsync(client, Endpoint.V2, session, TurnSample.Messages[0]);
            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<Uri> AddressAsync(StreamReader output)
    {
        const string listening = "Now listening on: ";
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Uri(line[(at + listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The service did not start.");
    }
}
