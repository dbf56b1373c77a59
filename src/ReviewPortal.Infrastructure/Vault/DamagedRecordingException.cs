namespace ReviewPortal.Infrastructure.Vault;

/// <summary>A recording at rest is not what was sealed, or cannot be opened with its key. Nothing of it is handed out.</summary>
public sealed class DamagedRecordingException : IOException
{
    public DamagedRecordingException()
    {
    }

    public DamagedRecordingException(string message)
        : base(message)
    {
    }

    public DamagedRecordingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
