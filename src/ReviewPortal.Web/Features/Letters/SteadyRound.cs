namespace ReviewPortal.Web.Features.Letters;

/// <summary>One round of what goes on beside the pages.</summary>
internal static class SteadyRound
{
    /// <summary>Runs it; a full disk today must not end the rounds for good.</summary>
    /// <param name="failed">Writes down what went wrong.</param>
    /// <returns>False when it failed.</returns>
    public static async Task<bool> RunAsync(Func<Task> round, Action<Exception> failed)
    {
        try
        {
            await round();
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            failed(failure);
            return false;
        }
    }
}
