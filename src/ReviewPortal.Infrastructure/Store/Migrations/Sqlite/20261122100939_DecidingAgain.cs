using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DecidingAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ReconsideredAt",
                table: "TerminationProposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReconsideredByName",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReconsideredReasons",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Restored",
                table: "TerminationProposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RemindedAt",
                table: "Invitations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AgreedOn",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Agreement",
                table: "Appeals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EarlierMeasures",
                table: "Appeals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReconsideredAt",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "ReconsideredByName",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "ReconsideredReasons",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "Restored",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "AgreedOn",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "Agreement",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "EarlierMeasures",
                table: "Appeals");
        }
    }
}
