namespace ReviewPortal.Web.Ui;

/// <summary>The lists on the page of deliveries, as its address names them.</summary>
public enum DeliveryTab
{
    /// <summary>What suppliers noticed, whatever became of it.</summary>
    All,

    /// <summary>What found no sitting.</summary>
    Waiting,

    Quarantine,

    /// <summary>What each sender was told.</summary>
    Reports,
}
