using FlowEngine.Benchmarks;
using FlowEngine.Load;
using FlowEngine.Load.Compared;
using FlowEngine.Load.People;

var options = LoadOptions.Parse(args);
var folder = Directory.CreateTempSubdirectory("flowengine-load-").FullName;
var loadBefore = Machine.Load();
try
{
    var report = options.Compared is not null ? await SumAsync()
        : options.Cost ? await CostAsync()
        : options.People is null ? await RaceAsync()
        : await TalkAsync();
    Console.WriteLine(report);
    if (options.Output is { } file)
    {
        await File.WriteAllTextAsync(file, report);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<string> RaceAsync()
{
    var starts = await ColdStart.MeasureAsync(options.Settings(Path.Combine(folder, "start.db")), 6);
    await using var shop = await OpenAsync();
    var rounds = new List<Round>();
    for (var number = 0; number <= options.Rounds; number++)
    {
        foreach (var endpoint in Endpoint.All)
        {
            var round = await Round.RunAsync(shop, endpoint, number, options);
            await Console.Error.WriteLineAsync($"{(number == 0 ? "warm-up" : number)} {round} load {Machine.Load()}");
            rounds.Add(round);
        }
    }

    var memory = await OpenConversations.MeasureAsync(shop, options);
    return LoadReport.Write(options, loadBefore, rounds.Skip(Endpoint.All.Count).ToList(), memory, starts);
}

async Task<string> TalkAsync()
{
    await using var shop = await OpenAsync();
    return PeopleReport.Write(options, loadBefore, await Crowd.TalkAsync(shop, options));
}

async Task<string> SumAsync()
{
    await using var shop = await Shop.StartAsync([.. options.Settings(Path.Combine(folder, "load.db")), "--FlowEngine:Comparisons:FreeRunning=10", "--FlowEngine:Comparisons:MaxBacklog=1000000"]);
    return await Sums.CheckAsync(shop, options, loadBefore);
}

async Task<string> CostAsync()
{
    await using var shop = await Shop.StartAsync(options.Settings(Path.Combine(folder, "load.db")), TimeSpan.FromMilliseconds(options.ModelMs));
    var (perSecond, pairs, saturated) = await ComparedCost.MeasureAsync(shop, options);
    return CostReport.Write(options, loadBefore, perSecond, pairs, saturated);
}

async Task<Shop> OpenAsync()
{
    var shop = await Shop.StartAsync(options.Settings(Path.Combine(folder, "load.db")));
    shop.Give([.. await TurnSample.TakeAsync(shop, Endpoint.V2, TurnSample.Messages), .. await TurnSample.TakeAsync(shop, Endpoint.Echo, [TurnSample.EchoMessage])]);
    return shop;
}
