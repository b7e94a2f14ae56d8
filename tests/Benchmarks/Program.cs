using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FlowEngine.Benchmarks;
using Perfolizer.Horology;

// dotnet run -c Release --project tests/Benchmarks [-- FOLDER]: measures, and writes FOLDER/steps.md, compile.md and language.md.
var folder = args.FirstOrDefault() ?? "results";
var load = Machine.Load();
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithClock(new CpuClock())
    .WithWarmupCount(4).WithIterationCount(9).WithIterationTime(TimeInterval.FromMilliseconds(150));
var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator);
var compile = Measure<CompileBenchmarks>();
var language = Measure<LanguageBenchmarks>();
List<Measured> steps = [.. Measure<FloorBenchmarks>(), .. Measure<StepBenchmarks>()];
Directory.CreateDirectory(folder);
var facts = Machine.Facts(load);
await WriteAsync("steps.md", "A step of a walk", Report.Steps(steps));
await WriteAsync("compile.md", "Parse, check and compile a flow", Report.Compile(compile));
await WriteAsync("language.md", "Templates, conditions and folding over hostile texts", Report.Language(language));

List<Measured> Measure<T>() =>
[
    .. BenchmarkRunner.Run<T>(config).Reports.Select(report => new Measured(
        (string)report.BenchmarkCase.Parameters["Type"],
        (int)report.BenchmarkCase.Parameters["Steps"],
        report.ResultStatistics!.Median,
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0)),
];

Task WriteAsync(string file, string title, string table) =>
    File.WriteAllTextAsync(Path.Combine(folder, file), $"# {title}\n\n{facts}\n- CPU time, garbage collection included; medians of 9 iterations of 150 ms\n\n{table}");
