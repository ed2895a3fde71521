using System.Collections.Concurrent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace StrategyBot.Tests.TestKit;

/// <summary>A test in Chromium. The browser now and then forgets a call, which then never ends: such a test ends at its limit
/// and runs again. One that failed isn't asked again.</summary>
public sealed class BrowserTestCase : XunitTestCase
{
    /// <summary>Milliseconds of one try. The longest takes two minutes on a loaded machine.</summary>
    public const int Limit = 300_000;

    private const int Tries = 3;

    /// <summary>For the runner, which reads it from a wire.</summary>
    [Obsolete("Only the runner makes one so.")]
    public BrowserTestCase()
    {
    }

    public BrowserTestCase(IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method, object[]? row = null)
        : base(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, row)
    {
    }

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        for (var tried = 1; ; tried++)
        {
            using var held = new HeldMessages();
            var summary = await base.RunAsync(
                diagnosticMessageSink, held, constructorArguments, new ExceptionAggregator(aggregator), cancellationTokenSource);
            if (tried == Tries || !held.RanOutOfTime)
            {
                held.PassOnTo(messageBus);
                return summary;
            }

            diagnosticMessageSink.OnMessage(new DiagnosticMessage($"{DisplayName}: no end after {Limit / 1000} s, tried again."));
        }
    }

    private sealed class HeldMessages : IMessageBus
    {
        private readonly ConcurrentQueue<IMessageSinkMessage> held = [];

        public bool RanOutOfTime =>
            held.OfType<ITestFailed>().Any(failed => failed.ExceptionTypes.Contains(typeof(TestTimeoutException).FullName));

        public bool QueueMessage(IMessageSinkMessage message)
        {
            held.Enqueue(message);
            return true;
        }

        public void PassOnTo(IMessageBus bus)
        {
            foreach (var message in held)
            {
                bus.QueueMessage(message);
            }
        }

        public void Dispose()
        {
        }
    }
}

public sealed class BrowserFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new BrowserTestCase(DiagnosticMessageSink, discoveryOptions, testMethod);
}

public sealed class BrowserTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        [new BrowserTestCase(DiagnosticMessageSink, discoveryOptions, testMethod, dataRow)];
}
