using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FlowEngine.Benchmarks;
using Perfolizer.Horology;

// dotnet run -c Release --project tests/Benchmarks [-- FOLDER [steps] [compile] [check] [language] [versions]]: measures, and writes FOLDER/steps.md and so on.
var folder = args.FirstOrDefault() ?? "results";
var load = Machine.Load();
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithClock(new CpuClock())
    .WithWarmupCount(4).WithIterationCount(9).WithIterationTime(TimeInterval.FromMilliseconds(150));
var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator);
Directory.CreateDirectory(folder);
if (Wants("compile"))
{
    await WriteAsync("compile.md", "Parse, check and compile a flow", Report.Compile(Measure<CompileBenchmarks>()));
}

if (Wants("check"))
{
    await WriteAsync("check.md", "Check a flow before it is published", Report.Check(Measure<CheckBenchmarks>()));
}

if (Wants("language"))
{
    await WriteAsync("language.md", "Templates, conditions and folding over hostile texts", Report.Language(Measure<LanguageBenchmarks>()));
}

if (Wants("steps"))
{
    await WriteAsync("steps.md", "A step of a walk", Report.Steps([.. Measure<FloorBenchmarks>(), .. Measure<StepBenchmarks>()]));
}

if (Wants("versions"))
{
    await WriteAsync("versions.md", "A flow of few and of many versions", Report.Versions(Measure<VersionBenchmarks>()));
}

bool Wants(string page) => args.Length < 2 || args.Skip(1).Contains(page);

List<Measured> Measure<T>() =>
[
    .. BenchmarkRunner.Run<T>(config).Reports.Select(report => new Measured(
        (string)report.BenchmarkCase.Parameters["Type"],
        (int)report.BenchmarkCase.Parameters["Steps"],
        report.ResultStatistics!.Median,
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0)),
];

Task WriteAsync(string file, string title, string table) =>
    File.WriteAllTextAsync(Path.Combine(folder, file), $"# {title}\n\n{Machine.Facts(load)}\n- CPU time, garbage collection included; medians of 9 iterations of 150 ms\n\n{table}");
