using ReviewPortal.Core.ProcesVerbaal;

namespace ReviewPortal.Core.Decisions;

/// <summary>A decision may depart from what the proces-verbaal suspected, and then says why (Awb 3:50).</summary>
public static class Deviation
{
    /// <summary>Null or no suspicion is nothing to depart from; a test that is declared valid departs from either.</summary>
    public static bool Is(Suspicion? suspicion, Outcome? outcome) => (suspicion, outcome) switch
    {
        (null, _) or (_, null) => false,
        (Suspicion.Irregularity, Outcome.Irregularity) or (Suspicion.Fraud, Outcome.Fraud) => false,
        _ => true,
    };
}
